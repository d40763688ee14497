//! The program: hands its arguments to the command line of the library.

use std::process::ExitCode;

/// Pages are built of many small pieces of memory: a tenth of the work was the C library's way of handing them out.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    guyub::run()
}
