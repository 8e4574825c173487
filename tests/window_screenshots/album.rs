//! Where pictures are kept, and how small.

use std::path::{Path, PathBuf};

use hegu_tests::window::{Look, Window};

/// A folder of pictures, or none when nobody wants any.
pub(crate) struct Album(Option<PathBuf>);

impl Album {
    pub(crate) fn open() -> Self {
        Self(std::env::var_os("HEGU_SCREENSHOTS").map(PathBuf::from))
    }

    /// Whether pictures are kept: only then is it worth making very much of everything.
    pub(crate) fn is_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Keeps a picture of the page as it stands, once nothing moves any more and no notice of what was done a moment
    /// ago lies over it.
    #[track_caller]
    pub(crate) fn keep(&self, window: &Window<'_>, name: &str) {
        while !window.names("region").iter().all(|region| region != NOTICE) {
            window.run(&format!("document.querySelector('[aria-label=\"{NOTICE}\"] .close')?.click()"));
        }
        window.rest();
        if let Some(folder) = &self.0 {
            let file = folder.join(format!("{name}.png"));
            window.picture(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            make_small(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
    }

    /// The same page in other looks; afterwards it has its usual one again.
    #[track_caller]
    pub(crate) fn keep_in(&self, window: &Window<'_>, looks: &[(Look, &str)]) {
        for (look, name) in looks {
            window.wear(*look);
            self.keep(window, name);
        }
        window.wear(Look::LIGHT);
    }
}

/// The region with what was just done.
const NOTICE: &str = "What was just done";

/// A window is not seen through, and most of it has few colours: without its alpha and packed well a picture is a
/// third of what the engine makes.
fn make_small(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut reader = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(file)?)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("too large a picture")?];
    let frame = reader.next_frame(&mut pixels)?;
    let colours = match frame.color_type {
        png::ColorType::Rgba => {
            pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
        }
        png::ColorType::Rgb => pixels,
        other => return Err(format!("a picture in {other:?}").into()),
    };
    let mut writer =
        png::Encoder::new(std::io::BufWriter::new(std::fs::File::create(file)?), frame.width, frame.height);
    writer.set_color(png::ColorType::Rgb);
    writer.set_compression(png::Compression::High);
    writer.write_header()?.write_image_data(&colours)?;
    Ok(())
}
