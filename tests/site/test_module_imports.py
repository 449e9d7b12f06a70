"""The modules that a page's scripts import are found through all levels, each once."""

from pathlib import Path

from homare.site.module_imports import imported_modules


def test_imports_are_followed_through_all_levels(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "main.js").write_text('import { x } from "./x.js";\nimport "../b.js";\nimport("./later.js");\n')
    (tmp_path / "a" / "x.js").write_text('import {\n  y,\n} from "../b.js";\nexport { z } from "./main.js";\n')
    (tmp_path / "b.js").write_text('export const root = new URL("../", x);\n')
    assert imported_modules(["a/main.js"], tmp_path) == ["a/x.js", "b.js"]


def test_a_module_that_is_not_there_imports_nothing(tmp_path: Path) -> None:
    assert imported_modules(["gone.js"], tmp_path) == []
