from collections.abc import Callable, Mapping

import pytest

from lachan.frontend.bundle import FrontendError, join_modules, order_modules
from support.browsers import WatchedBrowser
from support.script_pages import LOAD, open_page

SOURCES = {
    "leaf": (
        'export const word = "leaf";\nexport function twice(text) {\n  return text + text;\n}\n'
    ),
    "branch": (
        'import { twice, word as leafWord } from "./leaf.js";\n\n'
        'const word = "branch";\n'
        "export class Branch {}\n"
        "export async function later() {}\n"
        "export default { text: twice(leafWord) + word };\n"
    ),
    "top-most": (
        'import branch from "./branch.js";\n'
        'import {\n  twice,\n  word,\n} from "./leaf.js";\n\n'
        "export default { text: `${branch.text} ${twice(word)}` };\n"
    ),
}


def read(sources: Mapping[str, str]) -> Callable[[str], str]:
    def read_one(name: str) -> str:
        if name not in sources:
            raise FrontendError(f"không có {name}")
        return sources[name]

    return read_one


def test_each_module_comes_once_after_what_it_needs() -> None:
    assert ["leaf", "branch", "top-most"] == order_modules("top-most", read(SOURCES))


def test_types_stay_with_the_sources() -> None:
    source = (
        '/** @import { Leaf } from "./leaf.js" */\n'
        "/**\n * @param {Leaf} leaf\n */\nexport default (leaf) => {\n"
        "  /** @type {Leaf[]} */\n  const leaves = [leaf];\n"
        "  return leaves;\n};\n"
    )

    joined = join_modules("tree", read({"tree": source}))

    assert "/**" not in joined
    assert "const defaultExport = (leaf) => {\n  const leaves = [leaf];\n" in joined


def test_a_cast_that_begins_a_line_takes_nothing_with_it() -> None:
    source = (
        "export default (leaf) => {\n"
        "  /** @type {Leaf} */ (leaf).read = true;\n"
        "  /** @type {Leaf} */\n  const other = leaf;\n  return other;\n};\n"
    )

    joined = join_modules("tree", read({"tree": source}))

    assert "(leaf).read = true;\n  const other = leaf;\n" in joined


def test_a_joined_module_runs_and_keeps_names_apart(browser: WatchedBrowser) -> None:
    visit = open_page(browser, 400, 300, styles="")
    visit.page.evaluate(LOAD, join_modules("top-most", read(SOURCES)))
    assert visit.page.evaluate("loaded.text") == "leafleafbranch leafleaf"


def test_only_the_default_export_is_left() -> None:
    joined = join_modules("top-most", read(SOURCES))
    exports = [line for line in joined.splitlines() if line.startswith(("export", "import"))]
    assert exports == ["export default module_top_most.default;"]


def test_a_circle_is_an_error() -> None:
    sources = {
        "a": 'import { b } from "./b.js";\nexport const a = b;\n',
        "b": 'import { a } from "./a.js";\nexport const b = a;\n',
    }
    with pytest.raises(FrontendError, match="a → b → a"):
        order_modules("a", read(sources))


def test_an_unknown_import_is_an_error() -> None:
    with pytest.raises(FrontendError, match="không có b"):
        join_modules("a", read({"a": 'import { b } from "./b.js";\nexport default b;\n'}))


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./leaf.js";',
        'import "./leaf.js";',
        'import { x } from "https://example.org/x.js";',
        'export * from "./leaf.js";',
        "export { word };",
        "export let counter = 0;",
        'const late = import("./leaf.js");',
        "export default 1;",
    ],
)
def test_syntax_outside_the_subset_is_an_error(line: str) -> None:
    sources = {"a": f"{line}\nexport default 2;\n", "leaf": SOURCES["leaf"]}
    with pytest.raises(FrontendError, match=r"a\.js: cú pháp"):
        join_modules("a", read(sources))
