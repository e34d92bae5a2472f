"""Draw the floors of the source, from its layers and its imports: docs/images/floors.svg."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "floors.svg"
WIDTH, ROW, GAP, LEFT = 880, 60, 12, 14
FONT = "font-family='sans-serif'"


def read_layers() -> list[list[str]]:
    """Return the floors, the highest first, each with its packages."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = [each["layers"] for each in contracts if each["type"] == "layers"]
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def count_imports(graph: grimp.ImportGraph) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return the modules of each package, and how often each package imports each other one."""
    modules, imports = Counter[str](), Counter[tuple[str, str]]()
    for module in sorted(graph.modules):
        parts = module.split(".")
        if len(parts) == 1:
            continue
        modules[parts[1]] += 1
        for imported in graph.find_modules_directly_imported_by(module):
            other = imported.split(".")
            if len(other) > 1 and other[1] != parts[1]:
                imports[parts[1], other[1]] += 1
    return modules, imports


def draw(layers: list[list[str]], modules: Counter[str], imports: Counter[tuple[str, str]]) -> str:
    """Return the picture as SVG: a floor a row, a package a box, imports that leave it below."""
    height = len(layers) * (ROW + GAP) + GAP + 22
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' role='img'>",
        "<title>Floors of the source: what stands higher imports what stands lower</title>",
        f"<rect width='{WIDTH}' height='{height}' fill='#ffffff'/>",
    ]
    for row, packages in enumerate(layers):
        top = GAP + row * (ROW + GAP)
        width = (WIDTH - 2 * LEFT - (len(packages) - 1) * GAP) / len(packages)
        for column, name in enumerate(packages):
            left = LEFT + column * (width + GAP)
            down = sum(count for (source, _), count in imports.items() if source == name)
            noun = "module" if modules[name] == 1 else "modules"
            lines += [
                (
                    f"<rect x='{left:.0f}' y='{top}' width='{width:.0f}' height='{ROW}' rx='6' "
                    "fill='#eef3f8' stroke='#33566f'/>"
                ),
                (
                    f"<text x='{left + width / 2:.0f}' y='{top + 20}' text-anchor='middle' {FONT} "
                    f"font-size='15' font-weight='600' fill='#12283a'>{name}</text>"
                ),
            ]
            for line, words in enumerate((f"{modules[name]} {noun}", f"{down} imports down")):
                lines.append(
                    f"<text x='{left + width / 2:.0f}' y='{top + 37 + 15 * line}' "
                    f"text-anchor='middle' {FONT} font-size='11' fill='#33566f'>{words}</text>"
                )
    note = f"{sum(modules.values())} modules; no arrow upwards, no circle between floors."
    lines.append(
        f"<text x='{LEFT}' y='{height - 10}' {FONT} font-size='12' fill='#33566f'>{note}</text>"
    )
    return "\n".join([*lines, "</svg>\n"])


def render() -> str:
    """Return the picture of the source as it is now."""
    graph = grimp.build_graph("lachan", cache_dir=None)
    modules, imports = count_imports(graph)
    return draw(read_layers(), modules, imports)


if __name__ == "__main__":
    PICTURE.write_text(render(), encoding="utf-8")
