//! Whether a file is a picture that a sheet can show: asked once, when it comes in.
//!
//! Drawing trusts what a picture says about its size and copies a photograph as it is, so that a sheet is drawn while
//! somebody types. Here every dot is read: a file that is cut off is told before it is kept and not by the printer.

use crate::render::pictures;

/// More dots than this fill no sheet of paper better (A4 in 600 dots to an inch has 35 million), and would fill the memory.
pub const MOST_DOTS: u64 = 36_000_000;

/// The kinds of pictures a sheet can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Drawings.
    Png,
    /// Photographs.
    Jpeg,
}

/// A picture that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// What it is, whatever its file is called.
    pub kind: Kind,
    /// Dots across, when it is held upright.
    pub across: u32,
    /// Dots down.
    pub down: u32,
}

/// Why a file cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Neither a png nor a jpeg.
    NotAPicture,
    /// It begins as a picture, and cannot be read to its end.
    Damaged,
    /// More than [`MOST_DOTS`].
    TooManyDots,
}

/// What a file begins with when it is a jpeg.
const JPEG: [u8; 2] = [0xFF, 0xD8];

/// Reads a png or jpeg to its last dot.
///
/// # Errors
/// [`Unfit`] says why it cannot be drawn. A picture that claims too many dots is refused before any is read.
pub fn measure(file: &[u8]) -> Result<Measured, Unfit> {
    let kind = match file {
        _ if pictures::is_png(file) => Kind::Png,
        _ if file.starts_with(&JPEG) => Kind::Jpeg,
        _ => return Err(Unfit::NotAPicture),
    };
    let (across, down) = pictures::size(file).ok_or(Unfit::Damaged)?;
    let dots = u64::from(across) * u64::from(down);
    if dots > MOST_DOTS {
        return Err(Unfit::TooManyDots);
    }
    if dots == 0 || !pictures::is_whole(file) {
        return Err(Unfit::Damaged);
    }
    Ok(Measured { kind, across, down })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURE: &[u8] = include_bytes!("../../../../tests/sheets/figure.png");
    const LOGO: &[u8] = include_bytes!("../../../../tests/sheets/logo.jpg");

    #[test]
    fn real_pictures_are_measured_and_what_is_cut_off_is_damaged() {
        for (file, kind) in [(FIGURE, Kind::Png), (LOGO, Kind::Jpeg)] {
            let measured = measure(file).expect("a picture");
            assert!(measured.kind == kind && measured.across > 0 && measured.down > 0, "{measured:?}");
            for share in [2, 3, 4] {
                let cut = &file[..file.len() / share];
                assert_eq!(measure(cut), Err(Unfit::Damaged), "{kind:?} cut to one of {share}");
            }
        }
    }

    #[test]
    fn what_is_no_picture_is_told_as_such() {
        for file in [&b""[..], b"%PDF-1.7", b"GIF89a\x01\0\x01\0", b"<svg/>", b"\x89PNG", b"\xFF"] {
            assert_eq!(measure(file), Err(Unfit::NotAPicture), "{file:?}");
        }
    }

    #[test]
    fn a_picture_that_claims_too_many_dots_is_refused_before_any_is_read() {
        let mut huge = FIGURE.to_vec();
        huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(measure(&huge), Err(Unfit::TooManyDots));
        let mut none = FIGURE.to_vec();
        none[16..20].copy_from_slice(&[0; 4]);
        assert_eq!(measure(&none), Err(Unfit::Damaged), "without a width there is nothing to draw");
    }
}
