//! Stories of seats and lines below the door.
