//! The command line. The product itself is in the library.

fn main() {}
