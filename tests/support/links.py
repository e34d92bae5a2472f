"""What a page names and leads to."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

BASE = "/lachan-truong/"
LINKS = re.compile(r"""<[a-z]+\b[^>]*?\s(?:src|href|action)=["']([^"']+)""")
CONFIG = re.compile(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', re.DOTALL)
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')
STYLED = re.compile(r"""url\(["']?([^"')]+)""")
PAGES = (
    "voila/render/trang_chu.ipynb",
    "voila/render/bai_hoc.ipynb",
    "voila/render/luyen_tap.ipynb",
    "lachan/dang-nhap",
    "lachan/chieu-ma",
    "bang-cuu-chuong",
)


def find_links(page: str, address: str) -> set[str]:
    """Return the paths of all that a page links to or loads from its own server."""
    links = (urljoin(address, unescape(link)) for link in LINKS.findall(page))
    return {link.partition("#")[0] for link in links if link.startswith("/")}
