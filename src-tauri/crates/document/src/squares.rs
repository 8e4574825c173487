//! Codes of squares that phones read.

use qrcode::{Color, EcLevel, QrCode};

/// The rows of a QR code from the top, `true` for a dark square, without the light margin around it; nothing for a text
/// that is too long for one. Fifteen parts of a hundred of it may be spoiled, as on paper that was folded.
pub fn squares(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let dark: Vec<bool> = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Some(dark.chunks(code.width()).map(<[bool]>::to_vec).collect())
}
