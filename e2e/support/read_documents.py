"""Reads the PDF files and share pictures of a folder as foreign programs do; prints what they miss and fails. Not a proof of PDF/A or PDF/UA."""

import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from pdfua import Validator
from pikepdf import Name
from PIL import Image


def main(folder):
    files = sorted(folder.glob("*.pdf"))
    faults = [f"{path.name}: {fault}" for path in files for fault in faults_of(path)]
    faults += [f"{path.name}: no QR code to read" for path in folder.glob("kartu*.png") if "sederhana" not in path.stem and not codes(Image.open(path))]
    faults += [] if files else [f"no documents in {folder}"]
    print("\n".join(faults) or f"{len(files)} documents are read by qpdf, pikepdf, pdfua, PDFium and ZXing")
    return 1 if faults else 0


def faults_of(path):
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if checked.returncode != 0:
        yield f"qpdf: {checked.stdout}{checked.stderr}"
    for finding in Validator().validate(path).findings:
        yield f"pdfua: {finding}"
    with pikepdf.open(path) as pdf:
        yield from faults_of_catalog(pdf)
        yield from faults_of_fonts(pdf)
        yield from faults_of_structure(pdf)
        address = str(pdf.open_metadata().get("pdf:Keywords", ""))
    yield from faults_of_pages(path, address)


def faults_of_catalog(pdf):
    metadata = pdf.open_metadata()
    if metadata.pdfa_status != "2A":
        yield f"declares PDF/A {metadata.pdfa_status or 'not at all'}"
    if str(metadata.get("pdfuaid:part", "")) != "1":
        yield "does not declare PDF/UA-1"
    root = pdf.Root
    if str(root.get("/Lang", "")) not in ("id", "en", "id-ID", "en-US"):
        yield "has no language"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "shows its file name instead of its title"
    if not any(intent.get("/S") == Name.GTS_PDFA1 for intent in root.get("/OutputIntents", [])):
        yield "has no output intent"
    if "/Encrypt" in pdf.trailer or "/JavaScript" in root.get("/Names", {}) or "/AA" in root:
        yield "is encrypted or acts by itself"


def faults_of_fonts(pdf):
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            for part in font.get("/DescendantFonts", [font]):
                descriptor = part.get("/FontDescriptor", {})
                if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    yield f"does not embed {font.get('/BaseFont')}"
            if "/ToUnicode" not in font:
                yield f"cannot be copied or read aloud: {font.get('/BaseFont')}"


def faults_of_structure(pdf):
    elements = list(walk(pdf.Root.get("/StructTreeRoot")))
    kinds = [str(element.get("/S", "")) for element in elements]
    if kinds.count("/H1") != 1:
        yield f"has {kinds.count('/H1')} first headings"
    for element in elements:
        if element.get("/S") == Name.Figure and not str(element.get("/Alt", "")).strip():
            yield "has a picture without words"
    if "/Table" in kinds and "/TH" not in kinds:
        yield "has a table without headers"


def walk(element):
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from walk(child)
    elif isinstance(element, pikepdf.Dictionary):
        yield element
        if "/K" in element:
            yield from walk(element["/K"])


def faults_of_pages(path, address):
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    if not all(text.strip() for text in texts):
        yield "has a page without text"
    if address and address not in codes(document[0].render(scale=2).to_pil()):
        yield f"its QR code does not say {address}"
    if address and address.split("/")[-1] not in texts[0]:
        yield "does not print its address"


def codes(picture):
    return [code.text for code in zxingcpp.read_barcodes(picture)]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
