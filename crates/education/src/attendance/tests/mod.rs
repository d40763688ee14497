//! Rules of attendance, without a database; the stories that walk in by the front door are in `tests/stories/attendance`.

mod count;
