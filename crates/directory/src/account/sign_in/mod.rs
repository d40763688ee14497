//! Signing in and out. A further way in (single sign-on, passkey) is a variant of `WayIn`, its own proof in `policy`, and a part of the
//! page; a second factor stands between `Proven` and the session. Passwords and links themselves are next door.

pub(crate) mod actions;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
