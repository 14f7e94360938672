"""The bundled press: two small papers in the structures of tcnn.vn and hanoimoi.vn, served over real HTTP on loopback.

What is printed is data: `sites/<paper>.toml` says how a paper is built, `articles/<paper>/<id>.toml` holds one article
each, `templates/<paper>/` holds the furniture around them, and `expected.jsonl` says what a careful reader would take
from every article. The modules in the order in which a page is made:

- `sheets`: the files of the papers, typed and checked.
- `templates`: a template with its places filled.
- `pages`: articles, listings and front pages as HTML.
- `feeds`: robots.txt, sitemaps and RSS.
- `encodings`: a page's text as bytes, also in the encodings of old pages.
- `answers`: what the server says to every address.
- `server`: the HTTP server, with virtual hosts, conditional requests and a log.
- `press`: `serve()`, which the demo and the tests call.
"""
