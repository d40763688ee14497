room-title = Meeting room
room-choice = Meeting room
room-own-link = A link of our own
room-choice-unknown = This meeting server is not there for your agency. Choose another.
field-meeting_server = Meeting room
change-room-opened = Meeting room opened
change-room-ended = Meeting room ended

room-none = This activity uses no meeting room of Guyub. Choose one on the page where the activity is edited.
room-not-published = Publish this activity first; then its room can be opened.
room-too-early = The room can be opened 2 hours before the start at the earliest.
room-over = The activity is over, so its room is not opened any more.
room-ended = The organisers have ended this meeting.
room-not-open = This room is not open now.

room-open = Open the room
room-opened = The meeting room is open. Participants enter by their personal link.
room-enter = Enter the room
room-end = End the room
room-end-lead = Everybody inside is sent out, then attendance is counted.
room-ended-now = The meeting room was ended. Attendance is being counted.
room-opens-itself = Without your doing, the room opens by itself { $when }.
room-do = What to do

room-is-open = Open
room-is-closed = Not open yet
room-is-ended = Over
room-is-silent = Server in trouble
room-server = Server
room-inside = Inside now
room-happened = What happened
room-was-opened = The room was opened
room-will-open = The room opens by itself
room-was-looked = Last look at who is inside
room-was-ended = The room ended
room-was-told = The server told of { $n } people who were there
room-attendance = Attendance
room-attendance-tells = When each participant came and left is told by the server and counted after the meeting.
room-attendance-silent = Jitsi tells nobody who was there. Use codes on the screen, or upload a meeting report.
attendance-from-room = Seen or told by the server of the meeting room
room-recording = Watch the recording

room-trouble-silent = The meeting server does not answer. Try again in a moment, or ask those who run it.
room-trouble-secret = The meeting server refuses Guyub's key. Ask the administrator to look at the server's settings.
room-trouble-unlisted = This meeting server is not listed any more. Choose another.
room-trouble-answer = The meeting server's answer is not understood. Ask the administrator to look at it.
room-silent-since = Since { $when }. Guyub tries again by itself.
room-other-server = Other servers that can be chosen: { $names }.
room-other-link = A meeting link of your own can be used too.
room-change-server = Change it where the activity is edited

room-waiting-title = The meeting is not open yet
room-waiting-opens = The room opens { $when }.
room-waiting-lead = This page loads again by itself. Leave it open; you enter as soon as the room is open.
room-waiting-look = Look again now
room-silent-title = The meeting cannot be entered yet
room-silent-lead = The meeting server does not answer yet.
room-silent-next = This page tries again by itself. The organisers see this trouble on their page.
