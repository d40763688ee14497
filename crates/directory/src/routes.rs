//! Every address of the directory, with who may knock.

use kernel::Routes;

pub(crate) fn routes() -> Routes {
    Routes::of("directory")
}
