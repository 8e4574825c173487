"""Sets the article with other typesetters and prints how long that took and how large the PDF is.

    typesetters.py ARTICLE FONTS typst|weasyprint

One process measures one typesetter once: `first` is the first document of the process, as when somebody opens
a sheet after starting the program; `again` is the median of twenty more (Typst keeps its layout between them).
Starting Python, importing the library and, for Typst, searching the fonts are not counted; for Hegu everything is.
Both get the same fonts and the same page as Hegu, and tags where they can write them.
"""

import html
import json
import pathlib
import statistics
import sys
import time

PAGE = {"paper": "a4", "margin": "19mm", "size": "11pt"}


def paragraphs(article):
    """The article's blocks, each with whether it is a heading: short, and without a full stop."""
    blocks = [" ".join(block.split()) for block in article.read_text(encoding="utf-8").split("\n\n")]
    return [(block, len(block) < 60 and not block.endswith((".", "!", "?"))) for block in blocks if block]


def with_typst(blocks, fonts):
    import typst

    def escaped(text):
        return "".join("\\" + letter if letter in r"\#$*_`<>@[]=-+/~" else letter for letter in text)

    lines = [
        f'#set page(paper: "{PAGE["paper"]}", margin: {PAGE["margin"]}, numbering: "1 / 1")',
        f'#set text(font: "Inter", size: {PAGE["size"]}, lang: "en")',
        f'#set document(title: "{blocks[0][0]}")',
    ]
    lines += [("== " if heading else "") + escaped(text) for text, heading in blocks]
    source = "\n\n".join(lines).encode()
    compiler = typst.Compiler(font_paths=[str(fonts)], ignore_system_fonts=True)
    return lambda: compiler.compile(input=source, format="pdf")


def with_weasyprint(blocks, fonts):
    from weasyprint import HTML

    faces = "".join(
        f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url('{(fonts / name).as_uri()}') }}"
        for name, weight in (("Inter-Regular.ttf", 400), ("Inter-Bold.ttf", 700))
    )
    style = (
        f"{faces} @page {{ size: A4; margin: {PAGE['margin']}; @bottom-center {{ content: counter(page) ' / ' "
        f"counter(pages) }} }} body {{ font: {PAGE['size']}/1.4 Inter }}"
    )
    body = "".join(f"<{'h2' if heading else 'p'}>{html.escape(text)}</{'h2' if heading else 'p'}>" for text, heading in blocks)
    page = f"<html lang=en><head><title>{html.escape(blocks[0][0])}</title><style>{style}</style></head><body>{body}"
    return lambda: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def milliseconds(work):
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def main():
    article, fonts, name = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    prepare = {"typst": with_typst, "weasyprint": with_weasyprint}[name]
    blocks = paragraphs(article)
    render = prepare(blocks, fonts)
    first, pdf = milliseconds(render)
    again = statistics.median(milliseconds(render)[0] for _ in range(20))
    json.dump({"first_ms": first, "again_ms": again, "bytes": len(pdf)}, sys.stdout)


if __name__ == "__main__":
    main()
