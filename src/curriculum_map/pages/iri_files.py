"""Where the documents of IRIs lie in a folder, and what makes a server lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that Windows keeps for devices, whatever their ending."""

ENDINGS: Mapping[str, str] = {
    ".html": "text/html",
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
}
"""What follows the name of a document, and its media type; the first is for people."""

INDEX = "index"
"""Name of the document of the base itself."""


def names(paths: Iterable[str]) -> Mapping[str, str]:
    """Give a document a file name for each IRI.

    A name is the path of the IRI below the base, followed by underscores where a system would
    take it for another: a device of Windows, a file that differs in capital letters only, or the
    IRI of something whose id ends like a file.

    Args:
        paths: What stands after the base, each once; empty for the base itself.

    Returns:
        Path to name, without an ending, in the order given.
    """
    asked = list(paths)
    taken = {path.lower() for path in asked if path.endswith(tuple(ENDINGS))}
    return {path: _name(path, taken) if path else INDEX for path in asked}


def _name(path: str, taken: set[str]) -> str:
    folder, _, last = path.rpartition("/")
    stem, *more = last.partition(".")
    name = f"{folder}/{stem}_{''.join(more)}" if RESERVED.match(last) else path
    while any(f"{name}{ending}".lower() in taken for ending in ENDINGS):
        name += "_"
    taken.update(f"{name}{ending}".lower() for ending in ENDINGS)
    return name


def htaccess(base: str, named: Mapping[str, str]) -> str:
    """Write what makes Apache answer for the IRIs of a folder: with a redirect (303) to a file.

    What a client wants most (a quality of 1) goes before what it takes as well, and Turtle before
    JSON-LD before HTML; who names none of them gets HTML. Files are handed out as they are,
    folders never.

    Args:
        base: The base of the IRIs.
        named: Path of every IRI, to the name of its file; see `names`.
    """
    renamed = sorted((path, name) for path, name in named.items() if path and path != name)
    moved = [
        f"RewriteRule ^{re.escape(path)}$ - [E=DOCUMENT:{name.rpartition('/')[2]}]"
        for path, name in renamed
    ]
    wanted = [_rule(ending, wish) for wish in _WISHES for ending in (".ttl", ".jsonld", ".html")]
    rules = [_NAMED, *moved, _UNKNOWN, *wanted, _rule(".html", "")]
    return "\n".join([_HEAD.format(base=base), *rules])


def _rule(ending: str, wish: str) -> str:
    kind = re.escape(ENDINGS[ending])
    asked = f'RewriteCond %{{HTTP_ACCEPT}} "(^|,)\\s*{kind}{_MORE}{wish}" [NC]\n' if wish else ""
    return f"{asked}{_TO_FILE}RewriteRule ^ %1%{{ENV:DOCUMENT}}{ending} [R=303,L,QSD]\n"


_HEAD = r"""\
# Whoever follows an identifier below {base}
# finds what is known of it. Put this folder where that address leads, on a server that is Apache
# with mod_rewrite and lets this file decide (Options FollowSymLinks, and AllowOverride FileInfo
# Options=Indexes,MultiViews).
# If the address belongs to w3id.org, what its owners need is one line in their own .htaccess, with
# the address of this folder in place of https://host/folder/:
#   RewriteRule ^(.*)$ https://host/folder/$1 [R=303,L]

Options -Indexes -MultiViews
AddType text/html .html
AddType text/turtle .ttl
AddType application/ld+json .jsonld
AddCharset utf-8 .html .ttl .jsonld
<IfModule mod_headers.c>
Header always set Access-Control-Allow-Origin "*"
Header always merge Vary Accept
</IfModule>

RewriteEngine On

# This file is for the server alone.
RewriteRule (^|/)\. - [R=404,L]

# A file is handed out as it is.
RewriteCond %{{REQUEST_FILENAME}} -f
RewriteRule ^ - [L]
"""

_NAMED = r"""
# The name of the document of an identifier.
RewriteRule ^$ - [E=DOCUMENT:index]
RewriteRule ^(?:[a-z-]+/)?([A-Za-z0-9][A-Za-z0-9._-]*)$ - [E=DOCUMENT:$1]"""

_UNKNOWN = r"""
# What nobody describes is not found.
RewriteCond %{REQUEST_FILENAME} ^(.*/)
RewriteCond %1%{ENV:DOCUMENT}.html !-f
RewriteRule ^ - [R=404,L]

# What the client asks for.
"""

# Two slashes at the beginning would make the next name that of a server.
_TO_FILE = "RewriteCond %{REQUEST_URI} ^/*(/(?:[^/].*/)?)\n"
_MORE = r"\s*(;\s*(?!q\s*=)[^,;]*)*"
_WISHES = (r"(;\s*q\s*=\s*1[.0]*\s*)?(,|$)", r";\s*q\s*=\s*0?\.0*[1-9]")
"""What follows a media type in a request: a quality of 1, and one above 0."""
