"""A kit in five minutes: from the search to paper, under a link that shows the same kit to everyone."""

import io
import re
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from playwright.sync_api import Browser, Page, expect

from homare.exports.kit_content import kit_content
from homare.exports.kit_docx import kit_docx
from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet import CaseSheet
from tests.browser.builder_page import READY, THREE, address, open_kit
from tests.browser.paper import squeezed, texts_of_sheets
from tests.browser.saved_files import saved
from tests.browser.styles import add_style

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
HERE = "このキットのページ"
PARTS = ("agenda", "brief", "comparison", "questions", "worksheet", "sources")


def rows_of(page: Page) -> list[list[str]]:
    """The texts of each row of the tables that are printed, as the PDF holds them."""
    script = """() => {
      const words = (node) => {
        const copy = node.cloneNode(true);
        copy.querySelectorAll('.hm-cite, .hm-note-mark').forEach((mark) => mark.remove());
        return copy.textContent;
      };
      const lines = (cell) => (cell.querySelector('p') ? [...cell.querySelectorAll('p')] : [cell]).map(words);
      return [...document.querySelectorAll('[data-kit] tbody tr')].filter((row) => row.checkVisibility())
        .map((row) => [...row.cells].flatMap(lines));
    }"""
    return [[squeezed(text) for text in row if text.strip()] for row in page.evaluate(script)]


def test_from_the_search_to_a_printed_kit(
    page: Page, browser: Browser, site_url: str, real_catalogue: Catalogue
) -> None:
    """Search, put three cases in, make a kit of 90 minutes: every part is there, and the link shows it to others."""
    for query, case_id in zip(("里山里海マイスター", "魚津三太郎塾", "信州100年企業"), THREE, strict=True):
        page.goto(f"{site_url}find/?q={query}")
        hit = page.locator(f"[data-results] > [data-case='{case_id}']")
        hit.get_by_role("button", name="キットに入れる").click()
    page.get_by_role("link", name="3件でキットをつくる").click()
    expect(page.locator(READY)).to_be_visible()
    page.get_by_label("時間（分、30〜480）").fill("90")
    page.get_by_label("主題").fill("塾で担い手を育てる")
    page.get_by_label("主題").press("Tab")
    expect(page.locator(".hm-kit__title")).to_have_text("塾で担い手を育てる")

    for part in PARTS:
        expect(page.locator(f"[data-kit] [data-part={part}]").first).to_be_visible()
    assert [brief.get_attribute("data-case") for brief in page.locator("[data-part=brief]").all()] == [*THREE]
    minutes = page.locator("[data-part=agenda] tbody tr").evaluate_all("rows => rows.map(row => +row.dataset.minutes)")
    assert sum(minutes) == 90
    assert min(minutes) > 0
    names = {CaseSheet(real_catalogue, real_catalogue.by_id[case_id]).name for case_id in THREE}
    questions = [
        item.inner_text() for item in page.locator("[data-part=questions] li[data-cases]:not(.hm-kit__own)").all()
    ]
    assert len(questions) == 6
    assert [text for text in questions if not any(name in text for name in names)] == []
    assert all(any(name in text for text in questions) for name in names)

    link = page.url
    shown = page.locator("[data-kit]").inner_text()
    fresh = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    other = fresh.new_page()
    other.goto(link)
    expect(other.locator(READY)).to_be_visible()
    assert other.locator("[data-kit]").inner_text() == shown
    fresh.close()

    pages = texts_of_sheets(page)
    titles = [squeezed(real_catalogue.by_id[case_id].title) for case_id in THREE]
    briefs = [number for number, text in enumerate(pages) if number and "ここを見る" in text]
    assert [next(title for title in titles if title in pages[number]) for number in briefs] == titles
    assert briefs == list(range(briefs[0], briefs[0] + 3))
    assert not any(
        "まねる前に要るもの編集部の整理" in pages[number] and "課題" not in pages[number] for number in briefs
    )
    cut = [row for row in rows_of(page) if not any(all(text in sheet for text in row) for sheet in pages)]
    assert cut == []


def test_every_case_of_the_library_has_a_brief_that_fits_one_page(
    page: Page, site_url: str, real_catalogue: Catalogue
) -> None:
    """Each brief starts a page, so one that did not fit would run on to a sheet without a heading of its own."""
    ids = [case.id for case in real_catalogue.cases]
    open_kit(page, site_url, ids)
    others = ", ".join(f"[data-part={part}]" for part in ("comparison", "questions", "worksheet", "sources"))
    add_style(page, f"{others}, .hm-kit__head, [data-part=agenda] {{ display: none !important }}")
    sheets = [
        text for text in texts_of_sheets(page) if "ここを見る" in text or len(text) > 150
    ]  # the others hold their foot only
    titles = [squeezed(case.title) for case in real_catalogue.cases]
    assert [title for title, sheet in zip(titles, sheets, strict=True) if title not in sheet] == []


def test_a_basket_of_thirty_cases_works(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    ids = [case.id for case in real_catalogue.cases[:30]]
    page.goto(site_url)
    page.evaluate("ids => localStorage.setItem('homare:kit', JSON.stringify(ids))", ids)
    page.goto(f"{site_url}sessions/builder/")
    expect(page.locator(READY)).to_be_visible(timeout=20_000)
    expect(page.locator("[data-part=brief]")).to_have_count(30)
    assert page.url.count("case=") == 30
    expect(page.locator("[data-chosen] li")).to_have_count(30)
    expect(page.locator("[data-part=comparison] table")).to_have_count(8)
    expect(page.locator("[data-needs] tr")).to_have_count(
        sum(1 for case_id in ids if real_catalogue.by_id[case_id].conditions)
    )


@pytest.mark.parametrize(
    ("minutes", "people"), [(30, 2), (47, 7), (60, 16), (90, 20), (133, 41), (180, 30), (480, 300)]
)
def test_the_agenda_adds_up_for_any_length(page: Page, site_url: str, minutes: int, people: int) -> None:
    open_kit(page, site_url, THREE, f"minutes={minutes}&people={people}")
    rows = page.locator("[data-part=agenda] tbody tr")
    spans = rows.evaluate_all("rows => rows.map(row => +row.dataset.minutes)")
    assert sum(spans) == minutes
    assert all(span > 0 for span in spans)
    clocks = rows.evaluate_all("rows => rows.map(row => row.cells[0].textContent.split('〜'))")
    assert [clock[0] for clock in clocks[1:]] == [clock[1] for clock in clocks[:-1]]
    assert clocks[-1][1] == f"{minutes // 60}:{minutes % 60:02}"


@pytest.mark.parametrize(
    ("given", "shown"), [("0", "30"), ("-5", "30"), ("9999", "480"), ("abc", "90"), ("75.4", "75")]
)
def test_a_length_that_makes_no_sense_becomes_one_that_does(page: Page, site_url: str, given: str, shown: str) -> None:
    open_kit(page, site_url, THREE, f"minutes={given}")
    expect(page.get_by_label("時間（分、30〜480）")).to_have_value(shown)


@pytest.mark.criterion("3.3.1", "範囲の外の数を入れたとき、範囲と直した数が文で出ることを確かめます")
def test_a_number_out_of_range_is_corrected_in_words(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE)
    page.get_by_label("時間（分、30〜480）").fill("20")
    page.keyboard.press("Tab")
    expect(page.locator("[data-limits]")).to_have_text("時間は30〜480分です。30分にしました。")
    page.get_by_label("人数（2〜300）").fill("16")
    page.keyboard.press("Tab")
    expect(page.locator("[data-limits]")).to_be_hidden()


def test_the_answer_to_copying_stands_beside_the_button(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_kit(page, site_url, THREE)
    page.get_by_role("button", name="リンクをコピー").click()
    answer = page.locator("[data-link-notice]")
    expect(answer).to_contain_text("リンクをコピーしました")
    expect(answer).to_be_in_viewport()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_unknown_and_withdrawn_cases_are_named_and_the_rest_is_shown(page: Page, site_url: str) -> None:
    open_kit(page, site_url, ("2020-withdrawn", THREE[0], "%3Cscript%3E", THREE[1]))
    expect(page.locator("[data-part=brief]")).to_have_count(2)
    expect(page.locator("[data-notice]")).to_contain_text("2020-withdrawn")
    expect(page.locator("[data-notice]")).to_contain_text("<script>")
    expect(page.locator("[data-notice]")).to_contain_text("残りの2件")
    page.goto(address(site_url, ("2020-withdrawn",)))
    expect(page.locator("[data-notice]")).to_contain_text("2020-withdrawn")
    expect(page.locator("[data-part=brief]")).to_have_count(0)


HOSTILE = '<img src=x onerror="document.title=1"><b>太字</b> & "引用" \'一重\''


def test_what_is_typed_is_text_and_travels_with_the_link(page: Page, browser: Browser, site_url: str) -> None:
    open_kit(page, site_url, THREE, "minutes=90&theme=" + HOSTILE.replace("&", "%26").replace("#", "%23")[:40])
    title = page.title()
    question = page.locator("[data-part=questions] [data-edit]").first
    question.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(HOSTILE)
    page.keyboard.press("Enter")
    expect(question).to_have_text(HOSTILE)
    assert page.locator("[data-kit] img, [data-kit] b:text-is('太字')").count() == 0
    expect(page).to_have_url(re.compile("#e="))
    fresh = browser.new_context(locale="ja-JP")
    other = fresh.new_page()
    other.goto(page.url)
    expect(other.locator("[data-part=questions] [data-edit]").first).to_have_text(HOSTILE)
    assert other.locator("[data-kit] img").count() == 0
    assert (page.title(), other.title()) == (title, title)
    fresh.close()


def test_pasted_markup_becomes_text(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE)
    lead = page.locator(".hm-lead [data-edit]")
    lead.evaluate("""(element) => {
      element.focus();
      getSelection().selectAllChildren(element);
      const data = new DataTransfer();
      data.setData('text/html', '<b onclick=alert(1)>強調</b>');
      data.setData('text/plain', '強調\\nと改行');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }""")
    lead.press("Escape")
    expect(lead).to_have_text("強調 と改行")
    assert lead.locator("*").count() == 0


def test_an_emptied_text_is_not_printed_and_an_own_question_is(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE)
    first = page.locator("[data-part=questions] [data-edit]").first
    words = squeezed(first.inner_text())
    first.fill("")
    first.press("Escape")
    own = page.locator(".hm-kit__own [data-edit]").first
    own.fill("うちの市の塾は、だれが続けますか。")
    own.press("Escape")
    whole = "".join(texts_of_sheets(page))
    assert words not in whole
    assert "うちの市の塾は、だれが続けますか。" in whole
    assert "印刷されません" not in whole


def test_a_broken_edit_in_a_link_counts_as_none(page: Page, site_url: str) -> None:
    page.goto(address(site_url, THREE) + "#e=not-deflate")
    expect(page.locator(READY)).to_be_visible()


def test_a_ready_made_kit_is_the_start_of_ones_own(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    kit = next(kit for kit in real_catalogue.kits if kit.id == "schools-for-successors")
    page.goto(f"{site_url}sessions/{kit.id}/")
    page.get_by_role("link", name="時間や事例を変えて使う").click()
    expect(page.locator(READY)).to_be_visible()
    asked = [item.inner_text() for item in page.locator("[data-part=questions] [data-edit]").all()][
        : len(kit.questions)
    ]
    assert asked == [question.text for question in kit.questions]
    steps = [item.inner_text() for item in page.locator("[data-part=agenda] th[scope=row] [data-edit]").all()]
    assert steps == [item.what for item in kit.agenda]
    page.locator("[data-chosen] li").last.get_by_role("button", name="外す").click()
    expect(page.locator("[data-part=brief]")).to_have_count(3)
    left = [item.inner_text() for item in page.locator("[data-part=questions] [data-edit]").all()]
    assert not any("ワイン科学士" in text for text in left)


def test_the_kit_is_saved_as_word_markdown_and_csv(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    open_kit(page, site_url, THREE)
    questions = [
        item.inner_text() for item in page.locator("[data-part=questions] li:not(.hm-kit__own) [data-edit]").all()
    ]
    word = docx.Document(str(saved(page, "Wordで保存")))
    headings = [item.text for item in word.paragraphs if (item.style.name if item.style else "").lower() == "heading 1"]
    titles = [real_catalogue.by_id[case_id].title for case_id in THREE]
    assert [text for text in headings if text in titles] == titles
    texts = {item.text for item in word.paragraphs}
    assert [text for text in questions if text not in texts] == []
    comparison = word.tables[1]
    assert [cell.text for cell in comparison.rows[0].cells] == ["項目", *titles]
    assert [section.orientation for section in word.sections] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    basis = [item.text for item in word.paragraphs if item.text.startswith("もとにした記述：")]
    assert len(basis) == len(questions)
    links = {link.text: link.address for item in word.paragraphs for link in item.hyperlinks}
    sheets = [CaseSheet(real_catalogue, real_catalogue.by_id[case_id]) for case_id in THREE]
    assert {source.title for sheet in sheets for source in sheet.sources if source.url} | {HERE} == {*links}
    assert links[HERE] == page.url
    assert any(
        item.text.endswith("本文の利用の条件：クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）")
        for item in word.paragraphs
    )
    assert (word.core_properties.title, word.core_properties.language) == (
        page.locator(".hm-kit__title").inner_text(),
        "ja",
    )
    markdown = saved(page, "Markdownで保存").read_text("utf-8")
    assert [title for title in titles if f"## {title}" not in markdown] == []
    assert [text for text in questions if text not in re.sub(r"\\(.)", r"\1", markdown)] == []
    assert [text for text in basis if text not in markdown] == []
    assert f"](<{page.url}>)　本文の利用の条件" in markdown
    rows = saved(page, "比較表をCSVで保存").read_bytes().decode("utf-8-sig")
    assert rows.splitlines()[0] == ",".join(f'"{text}"' for text in ["項目", *titles])


def test_words_file_has_the_parts_of_the_ready_made_one(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    """Two writers, one kind of file: what stands beside the text is the same to the letter."""
    open_kit(page, site_url, THREE)
    made = ZipFile(saved(page, "Wordで保存"))
    ready = ZipFile(io.BytesIO(kit_docx(kit_content(KitView(real_catalogue, real_catalogue.kits[0]), site_url))))
    assert {*made.namelist()} == {*ready.namelist()}
    own = {"word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"}
    assert [name for name in ready.namelist() if name not in own and made.read(name) != ready.read(name)] == []


def test_a_kit_can_be_made_with_the_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}sessions/builder/")
    page.get_by_label("事例", exact=True).focus()
    page.keyboard.insert_text("魚津三太郎塾")
    button = page.locator(".hm-picker__hits [data-case='2018-uozu-santaro'] button")
    expect(button).to_be_visible()
    page.keyboard.press("Tab")
    while not button.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=brief][data-case='2018-uozu-santaro']")).to_be_visible()


def test_the_first_click_after_typing_is_not_lost(page: Page, site_url: str) -> None:
    """Leaving a field says that it has changed; what is under the pointer must still be there when the click ends."""
    page.goto(f"{site_url}sessions/builder/")
    page.get_by_label("事例", exact=True).fill("信用金庫")
    hit = page.locator(".hm-picker__hits li").first
    case_id = hit.get_attribute("data-case")
    hit.get_by_role("button").click(delay=120)
    chosen = page.locator("[data-chosen] > li")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_attribute("data-case", str(case_id))
    page.get_by_label("主題").fill("金融")
    chosen.get_by_role("button", name="外す").click(delay=120)
    expect(chosen).to_have_count(0)


def test_all_hits_can_be_seen_and_the_keyboard_keeps_its_place(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}sessions/builder/")
    field = page.get_by_label("事例", exact=True)
    field.fill("信用金庫")
    hits, status = page.locator(".hm-picker__hits li"), page.locator("[data-picker] [role=status]")
    expect(hits).to_have_count(6)
    every = int(re.match(r"(\d+)件のうち6件", status.inner_text())[1])  # type: ignore[index]
    more = page.get_by_role("button", name="続きを見る")
    while more.is_visible():
        more.click()
    expect(hits).to_have_count(every)
    for _ in range(2):
        hits.get_by_role("button", name="入れる", disabled=False).first.press("Enter")
        expect(field).to_be_focused()
    chosen = page.locator("[data-chosen] > li")
    expect(chosen).to_have_count(2)
    second = chosen.nth(1).get_attribute("data-case")
    chosen.nth(1).get_by_role("button", name="上へ").press("Enter")
    expect(chosen.first).to_have_attribute("data-case", str(second))
    assert page.evaluate("document.activeElement.closest('[data-chosen]') !== null")


@pytest.mark.parametrize(
    ("ids", "people", "words"),
    [
        (THREE, 20, ["の3件の事例を見比べ", "4組（1組5人）に分かれて"]),
        (THREE[:1], 18, ["の事例を読み、", "4組（1組4〜5人）に分かれて"]),
    ],
)
def test_numbers_of_cases_and_people_make_whole_sentences(
    page: Page, site_url: str, ids: tuple[str, ...], people: int, words: list[str]
) -> None:
    open_kit(page, site_url, ids, f"minutes=90&people={people}")
    text = page.locator("[data-kit]").inner_text()
    assert [word for word in words if word not in text] == []
    assert "全員で、1組" not in text
