//! PNG and JPEG, read as far as their frames: whole, and of a size that programs can open. Draws nothing.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use super::Refusal;

type Checked = io::Result<Result<(), Refusal>>;

const LONGEST_SIDE: u64 = 20_000;
const MOST_PIXELS: u64 = 100_000_000;
const MOST_CHUNKS: usize = 100_000;

/// From the first chunk to the last, which ends the file.
pub(super) fn png<R: Read + Seek>(mut file: BufReader<R>, size: u64) -> Checked {
    let mut at = 8;
    file.seek(SeekFrom::Start(at))?;
    for number in 0..MOST_CHUNKS {
        let mut chunk = [0; 8];
        file.read_exact(&mut chunk)?;
        let length = u32::from_be_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
        at += 12 + u64::from(length);
        match &chunk[4..] {
            b"IHDR" if number == 0 && length == 13 => {
                let mut sides = [0; 8];
                file.read_exact(&mut sides)?;
                let side = |at: usize| u64::from(u32::from_be_bytes([sides[at], sides[at + 1], sides[at + 2], sides[at + 3]]));
                if let Err(refusal) = drawable(side(0), side(4)) {
                    return Ok(Err(refusal));
                }
                file.seek_relative(9)?;
            }
            b"IEND" if number > 0 => return Ok(if at == size { Ok(()) } else { Err(Refusal::Mixed) }),
            _ if number == 0 || at > size => return Ok(Err(Refusal::Damaged)),
            _ => file.seek_relative(i64::from(length) + 4)?,
        }
    }
    Ok(Err(Refusal::Damaged))
}

/// From the first marker to the frame, which says the size. Cameras write more behind the picture.
pub(super) fn jpeg<R: Read + Seek>(mut file: BufReader<R>) -> Checked {
    file.seek(SeekFrom::Start(2))?;
    for _ in 0..MOST_CHUNKS {
        let mut marker = [0; 4];
        file.read_exact(&mut marker)?;
        let length = u16::from_be_bytes([marker[2], marker[3]]);
        if marker[0] != 0xff || length < 2 {
            return Ok(Err(Refusal::Damaged));
        }
        match marker[1] {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let mut frame = [0; 5];
                file.read_exact(&mut frame)?;
                let side = |at: usize| u64::from(u16::from_be_bytes([frame[at], frame[at + 1]]));
                return Ok(drawable(side(3), side(1)));
            }
            0xd8..=0xda => return Ok(Err(Refusal::Damaged)),
            _ => file.seek_relative(i64::from(length) - 2)?,
        }
    }
    Ok(Err(Refusal::Damaged))
}

fn drawable(width: u64, height: u64) -> Result<(), Refusal> {
    let fits = |side: u64| (1..=LONGEST_SIDE).contains(&side);
    match (fits(width) && fits(height), width * height <= MOST_PIXELS) {
        (true, true) => Ok(()),
        _ if width == 0 || height == 0 => Err(Refusal::Damaged),
        _ => Err(Refusal::Bomb),
    }
}
