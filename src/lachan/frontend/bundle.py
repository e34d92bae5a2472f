"""Joining ES modules into one.

anywidget loads a module from a blob, where relative imports fail, and an offline page has
one file only. A bundler would bring Node into the build; the subset of module syntax that
our sources use is small enough to join here, and anything outside it is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lachan.errors import LachanError

ReadModule = Callable[[str], str]

_IMPORT = re.compile(
    r'^import\s+(?:(?P<default>\w+)|\{(?P<names>[\w\s,]*)\})\s+from\s+"(?P<module>\.{1,2}/[\w./-]+)\.js";\n',
    re.MULTILINE,
)
_EXPORT_DEFAULT = re.compile(r"^export default\s+", re.MULTILINE)
_EXPORT = re.compile(
    r"^export\s+(?P<declaration>(?:async\s+)?function|class|const)\s+(?P<name>\w+)", re.MULTILINE
)
# Types are for whoever checks the sources; a page is not made heavier by them.
_TYPES = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)
# What is loaded by an address that is known only then, such as a blob's, needs no joining.
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b.*|\bimport\s*\(\s*[\"'`].*", re.MULTILINE)


class FrontendError(LachanError):
    """A front-end module that cannot be found or joined."""


def order_modules(name: str, read: ReadModule) -> list[str]:
    """Return `name` and all it imports, each after what it needs.

    Raises
    ------
    FrontendError
        When the imports go in a circle; whatever `read` raises for an unknown module.
    """
    order: list[str] = []
    _visit(name, (), order, read)
    return order


def join_modules(name: str, read: ReadModule) -> str:
    """Return one ES module with the default export of `name` and no import.

    Every source becomes a function called once, whose value holds its exports, so names
    of one source cannot meet names of another.

    Raises
    ------
    FrontendError
        As `order_modules`; also when a source uses module syntax that is not supported.
    """
    parts = [_wrap(module, read(module)) for module in order_modules(name, read)]
    return "\n".join([*parts, f"export default {_variable(name)}.default;\n"])


def _visit(name: str, above: tuple[str, ...], order: list[str], read: ReadModule) -> None:
    if name in above:
        raise FrontendError(f"Mô-đun nhập vòng tròn: {' → '.join((*above, name))}.")
    if name in order:
        return
    for match in _IMPORT.finditer(read(name)):
        _visit(_resolve(name, match["module"]), (*above, name), order, read)
    order.append(name)


def _resolve(name: str, imported: str) -> str:
    """Return the module that `name` means by a relative path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))


def _wrap(name: str, source: str) -> str:
    source = _TYPES.sub("", source)
    exports = [match["name"] for match in _EXPORT.finditer(source)]
    body = _IMPORT.sub(lambda match: _destructure(match, name), source)
    body = _EXPORT.sub(r"\g<declaration> \g<name>", body)
    body, defaults = _EXPORT_DEFAULT.subn("const defaultExport = ", body)
    left_over = _LEFT_OVER.search(body)
    if left_over or defaults > 1:
        found = left_over[0].strip() if left_over else "export default"
        raise FrontendError(f"{name}.js: cú pháp mô-đun chưa được hỗ trợ: {found}")
    if defaults:
        exports.append("default: defaultExport")
    returned = f"return {{ {', '.join(exports)} }};"
    return f"const {_variable(name)} = (() => {{\n{body.rstrip()}\n{returned}\n}})();\n"


def _destructure(match: re.Match[str], name: str) -> str:
    module = _variable(_resolve(name, match["module"]))
    if match["default"]:
        return f"const {match['default']} = {module}.default;\n"
    names = re.sub(r"\s+as\s+", ": ", " ".join(match["names"].split()))
    return f"const {{ {names.rstrip(', ')} }} = {module};\n"


def _variable(name: str) -> str:
    return f"module_{re.sub('[-/]', '_', name)}"
