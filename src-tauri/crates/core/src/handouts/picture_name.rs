//! What a picture is called in a text: short, plain, and telling.

use hegu_document::picture::Kind;

use crate::folding::fold;

/// Longer names push the text around them apart.
const LONGEST: usize = 40;

/// A name from the file's: small letters and digits with hyphens between, such as `back-points.png`. Where another
/// picture has it, a number follows.
pub(super) fn picture_name(file_name: &str, kind: Kind, is_taken: impl Fn(&str) -> bool) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let words: Vec<String> = fold(stem)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let short: String = words.join("-").chars().take(LONGEST).collect();
    let stem = match short.trim_end_matches('-') {
        "" => "picture",
        short => short,
    };
    let ending = match kind {
        Kind::Png => "png",
        Kind::Jpeg => "jpg",
    };
    let mut name = format!("{stem}.{ending}");
    let mut number = 2_u32;
    while is_taken(&name) {
        name = format!("{stem}-{number}.{ending}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use hegu_document::Block;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_tells_what_the_file_was_called() {
        let cases = [
            ("Back Points (final).PNG", Kind::Png, "back-points-final.png"),
            ("IMG_0042.jpeg", Kind::Jpeg, "img-0042.jpg"),
            ("really a photo.png", Kind::Jpeg, "really-a-photo.jpg"),
            ("Épaule.jpg", Kind::Jpeg, "epaule.jpg"),
            ("足三里.png", Kind::Png, "足三里.png"),
            ("../../etc/passwd.png", Kind::Png, "etc-passwd.png"),
            ("](x) ![.png", Kind::Png, "x.png"),
            ("", Kind::Png, "picture.png"),
        ];
        for (file_name, kind, expected) in cases {
            assert_eq!(picture_name(file_name, kind, |_| false), expected, "{file_name}");
        }
    }

    #[test]
    fn two_pictures_never_share_a_name() {
        let taken = ["leaf.png", "leaf-2.png"];
        assert_eq!(picture_name("leaf.png", Kind::Png, |name| taken.contains(&name)), "leaf-3.png");
    }

    proptest! {
        #[test]
        fn whatever_a_file_is_called_its_name_reads_back_from_the_text(file_name in ".{0,80}") {
            let name = picture_name(&file_name, Kind::Png, |_| false);
            let shown = hegu_document::markdown::parse(&format!("![A leaf]({name})"));
            prop_assert_eq!(shown, [Block::Picture { name, shows: "A leaf".to_owned() }]);
        }
    }
}
