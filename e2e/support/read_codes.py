"""Prints the text of every QR code on the first page of the PDF on standard input, one a line, as ZXing reads it."""

import sys

import pypdfium2
import zxingcpp

page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[0]
for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil()):
    print(code.text)
