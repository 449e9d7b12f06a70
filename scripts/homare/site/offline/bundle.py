"""Our ES modules as one classic script: browsers load no module from disk.

Made for the form in which our modules are written and for no other: one-line imports of names, exports of functions,
classes and constants where they are declared. A module that is written otherwise is refused.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import (?:\{ (?P<names>[^{}]*) \} from )?"(?P<path>\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function\*?|const|class) (?P<name>\w+))", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_LEFT_OVER = re.compile(r"^(?:import|export)\b|\bimport\.meta\.(?!url\b)|\bimport\(", re.MULTILINE)

_START = """(() => {
  const here = document.currentScript;
  const base = new URL("./", here.src).href;
  const makers = new Map(), made = new Map();
  function use(name) {
    if (!made.has(name)) {
      made.set(name, {});
      makers.get(name)(use, base + name, made.get(name));
    }
    return made.get(name);
  }
"""
_END = """  for (const name of here.dataset.modules.split(" ")) {
    try { use(name); } catch (error) { reportError(error); }
  }
})();
"""


def bundle(modules: Mapping[str, str], instead: Mapping[str, str]) -> str:
    """Return one script that holds `modules` (path under assets/js → text) and runs those that its tag names.

    `instead` names modules that others replace: path → path of the replacement. Raises ValueError for a module that is
    not written in the form above.
    """
    written = []
    for path in sorted(modules):
        if path not in instead:
            body = _body(path, modules[path], instead)
            written.append(f'  makers.set("{path}", (use, address, exported) => {{ "use strict";\n{body}  }});\n')
    return _START + "".join(written) + _END


def _body(path: str, text: str, instead: Mapping[str, str]) -> str:
    exported = [found["name"] for found in _EXPORT.finditer(text)]
    text = _IMPORT.sub(lambda found: _used(path, found, instead), text)
    text = _LATER.sub(
        lambda found: f'Promise.resolve().then(() => use("{_target(path, found["path"], instead)}"))', text
    )
    text = _EXPORT.sub("", text).replace("import.meta.url", "address")
    left = _LEFT_OVER.search(text)
    if left:
        line = text.count("\n", 0, left.start()) + 1
        raise ValueError(f"{path}:{line}: the offline edition cannot carry this form of import or export")
    return f"{text}  Object.assign(exported, {{ {', '.join(exported)} }});\n" if exported else text


def _used(path: str, found: re.Match[str], instead: Mapping[str, str]) -> str:
    target = _target(path, found["path"], instead)
    if not found["names"]:
        return f'use("{target}");'
    return f'const {{ {found["names"].replace(" as ", ": ")} }} = use("{target}");'


def _target(path: str, named: str, instead: Mapping[str, str]) -> str:
    target = normpath(join(dirname(path), named))
    return instead.get(target, target)


def imported(path: str, text: str) -> Iterator[str]:
    """Yield the paths of the modules that a module imports."""
    for pattern in (_IMPORT, _LATER):
        yield from (_target(path, found["path"], {}) for found in pattern.finditer(text))
