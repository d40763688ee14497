//! Finds in a PDF the address of its verification page. Says nothing about whether the PDF is genuine.

/// Reads the plain XMP packet that every document of the press carries; none in files that other programs have rewritten.
pub fn identifier_in(pdf: &[u8]) -> Option<String> {
    let packet = after(pdf, b"<x:xmpmeta")?;
    let keywords = after(packet, b"<pdf:Keywords>")?;
    let end = find(keywords, b"</pdf:Keywords>").filter(|end| *end <= LONGEST)?;
    let text = std::str::from_utf8(&keywords[..end]).ok()?;
    let text =
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
    Some(text)
}

const LONGEST: usize = 2_000;

fn after<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    find(bytes, mark).map(|at| &bytes[at + mark.len()..])
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}
