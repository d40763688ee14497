//! The headings that meeting services write, in English and Indonesian; which of them are known and which assumed is in `fixtures/kehadiran/README.md`.

use super::columns::Column::{self, *};

pub(super) const HEADINGS: &[(&str, Column)] = &[
    ("name (original name)", Name),
    ("user name (original name)", Name),
    ("nama (nama asli)", Name),
    ("nama pengguna (nama asli)", Name),
    ("name", Name),
    ("nama", Name),
    ("full name", Name),
    ("nama lengkap", Name),
    ("user name", Name),
    ("display name", Name),
    ("participant name", Name),
    ("nama peserta", Name),
    ("first name", FirstName),
    ("nama depan", FirstName),
    ("last name", LastName),
    ("nama belakang", LastName),
    ("email", Mail),
    ("e-mail", Mail),
    ("user email", Mail),
    ("email pengguna", Mail),
    ("email address", Mail),
    ("alamat email", Mail),
    ("surel", Mail),
    ("participant id (upn)", AccountName),
    ("id peserta (upn)", AccountName),
    ("join time", Joined),
    ("time joined", Joined),
    ("first join", Joined),
    ("first join time", Joined),
    ("join", Joined),
    ("waktu bergabung", Joined),
    ("bergabung pertama", Joined),
    ("pertama bergabung", Joined),
    ("pertama kali bergabung", Joined),
    ("gabung pertama", Joined),
    ("bergabung", Joined),
    ("waktu masuk", Joined),
    ("leave time", Left),
    ("time exited", Left),
    ("time left", Left),
    ("last leave", Left),
    ("last leave time", Left),
    ("left", Left),
    ("waktu keluar", Left),
    ("keluar terakhir", Left),
    ("terakhir keluar", Left),
    ("terakhir kali keluar", Left),
    ("keluar", Left),
    ("duration", Duration),
    ("duration (minutes)", Duration),
    ("time in session (minutes)", Duration),
    ("in-meeting duration", Duration),
    ("durasi", Duration),
    ("durasi (menit)", Duration),
    ("durasi dalam rapat", Duration),
    ("waktu dalam sesi (menit)", Duration),
    ("total duration (minutes)", TotalDuration),
    ("total durasi (menit)", TotalDuration),
    // The stray letter is how Zoom writes it.
    ("total durasi (menit)s", TotalDuration),
    ("attended", Attended),
    ("hadir", Attended),
    ("in waiting room", WaitingRoom),
    ("di ruang tunggu", WaitingRoom),
    ("user action", Action),
    ("tindakan pengguna", Action),
    ("timestamp", Stamp),
    ("stempel waktu", Stamp),
    ("cap waktu", Stamp),
    ("registration time", RegisteredAt),
    ("waktu pendaftaran", RegisteredAt),
    ("nip", Nip),
    ("registrant id", LinkId),
    ("registrant_id", LinkId),
    ("external user id", LinkId),
    ("external-user-id", LinkId),
    ("moderator", Moderator),
    ("activity score", ActivityScore),
    ("skor aktivitas", ActivityScore),
    ("talk time", ActivityScore),
    ("waktu bicara", ActivityScore),
    ("role", Role),
    ("peran", Role),
    ("guest", Guest),
    ("is guest", Guest),
    ("tamu", Guest),
    ("topic", Topic),
    ("topik", Topic),
    ("meeting title", Topic),
    ("judul rapat", Topic),
    ("meeting id", MeetingId),
    ("webinar id", MeetingId),
    ("id rapat", MeetingId),
    ("id webinar", MeetingId),
    ("id", MeetingId),
    ("start time", StartTime),
    ("actual start time", StartTime),
    ("meeting start time", StartTime),
    ("waktu mulai", StartTime),
    ("waktu mulai rapat", StartTime),
    ("end time", EndTime),
    ("meeting end time", EndTime),
    ("waktu berakhir", EndTime),
    ("waktu selesai", EndTime),
    ("report generated", Generated),
    ("report generated time", Generated),
    ("actual duration (minutes)", MeetingLength),
    ("meeting duration", MeetingLength),
    ("attended participants", Counted),
    ("total number of participants", Counted),
    ("participants", Counted),
    ("peserta", Counted),
];

const YES: [&str; 6] = ["yes", "y", "true", "ya", "iya", "1"];
const NO: [&str; 6] = ["no", "n", "false", "tidak", "t", "0"];
/// What services put where there is nothing to say.
const NOTHING: [&str; 6] = ["", "-", "--", "—", "n/a", "null"];
const ANONYMOUS: [&str; 3] = ["anonymous", "anonim", "anonymous user"];
/// "Joined before" is what the organiser's list says of those who were there first.
const JOINING: [&str; 6] =
    ["joined", "joined before", "bergabung", "telah bergabung", "bergabung sebelum", "bergabung sebelumnya"];
const LEAVING: [&str; 5] = ["left", "keluar", "telah keluar", "meninggalkan", "meninggalkan rapat"];

pub(super) fn is_yes(cell: &str) -> bool {
    YES.contains(&lowered(cell).as_str())
}

pub(super) fn is_no(cell: &str) -> bool {
    NO.contains(&lowered(cell).as_str())
}

pub(super) fn is_nothing(cell: &str) -> bool {
    NOTHING.contains(&lowered(cell).as_str())
}

pub(super) fn is_anonymous(cell: &str) -> bool {
    ANONYMOUS.contains(&lowered(cell).as_str())
}

pub(super) fn is_joining(cell: &str) -> bool {
    JOINING.contains(&lowered(cell).as_str())
}

pub(super) fn is_leaving(cell: &str) -> bool {
    LEAVING.contains(&lowered(cell).as_str())
}

fn lowered(cell: &str) -> String {
    if cell.len() > 64 {
        return cell.to_owned();
    }
    cell.trim().to_lowercase()
}
