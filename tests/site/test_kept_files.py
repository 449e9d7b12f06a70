"""What takes long to make stays from build to build, until what it is made from changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from homare.exports import typesetting
from homare.exports.typesetting import fingerprint, inputs_of
from homare.site.kept_files import KeptFiles


def test_a_file_stays_for_the_next_build(tmp_path: Path) -> None:
    assert KeptFiles(tmp_path / "new").get("a") is None
    assert KeptFiles(tmp_path / "new").put("a", b"made") == b"made"
    assert KeptFiles(tmp_path / "new").get("a") == b"made"


def test_what_nobody_asks_for_any_more_goes(tmp_path: Path) -> None:
    before = KeptFiles(tmp_path)
    before.put("old", b"1")
    before.put("still", b"2")
    (tmp_path / "older.pdf").write_bytes(b"of a homare that did not seal")
    now = KeptFiles(tmp_path)
    now.get("still")
    now.put("new", b"4")
    now.drop_unused()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.sealed", "still.sealed"]


@pytest.mark.parametrize(
    "damage",
    [lambda whole: whole[:-1], lambda whole: bytes(len(whole)), lambda whole: whole[:0], lambda whole: whole + b"x"],
)
def test_a_damaged_file_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """A power cut, a cache that was half restored: it must never be published."""
    KeptFiles(tmp_path).put("a", b"%PDF-1.7 and so on")
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert KeptFiles(tmp_path).get("a") is None
    assert KeptFiles(tmp_path).put("a", b"anew") == b"anew"
    assert KeptFiles(tmp_path).get("a") == b"anew"


@pytest.mark.parametrize("package", ["typst", "noto-cjk-sans-jp-regular", "noto-cjk-sans-jp-bold"])
def test_the_fingerprint_tells_inputs_and_versions_apart(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    one = fingerprint({"a": b"1", "b": b"2"})
    assert one == fingerprint({"a": b"1", "b": b"2"})
    assert one != fingerprint({"a": b"1", "b": b"3"})
    assert one != fingerprint({"a": b"1", "c": b"2"})
    version = typesetting.version
    monkeypatch.setattr(typesetting, "version", lambda name: "0.0.0" if name == package else version(name))
    typesetting._versions.cache_clear()
    assert one != fingerprint({"a": b"1", "b": b"2"})
    typesetting._versions.cache_clear()


@pytest.mark.parametrize("name", ["casebook", "kit", "share"])
def test_texts_reach_the_template_as_data(name: str) -> None:
    inputs = inputs_of(name, {"text": '#eval("1")𠮷'})
    assert set(inputs) == {f"{name}.typ", f"{name}.json"}
    assert f'json("{name}.json")'.encode() in inputs[f"{name}.typ"]
    assert '#eval(\\"1\\")𠮷' in inputs[f"{name}.json"].decode()
