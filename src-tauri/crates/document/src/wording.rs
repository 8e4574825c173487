//! The words printed around a sheet, in the sheet's language.

use crate::months;

const SPANISH_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Words around a sheet: whose it is, its version, its pages, dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording(Language);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    English,
    Spanish,
    /// In simplified characters.
    Chinese,
}

impl Wording {
    /// The wording for a language (BCP 47, such as `es-MX` or `zh-Hans`); English where there is none.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let tag = language.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        Wording(match parts.next() {
            Some("es") => Language::Spanish,
            // Readers of traditional characters are better served in English.
            Some("zh") if !parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) => Language::Chinese,
            _ => Language::English,
        })
    }

    /// A date in full, such as `12 May 2026`. A month outside 1 to 12 is printed as its number.
    #[must_use]
    pub fn date(self, year: i32, month: u32, day: u32) -> String {
        let name = |months: &[&str; 12]| {
            let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
            index.and_then(|index| months.get(index)).map_or(month.to_string(), |name| (*name).to_owned())
        };
        match self.0 {
            Language::English => format!("{day} {} {year}", name(&months::ENGLISH)),
            Language::Spanish => format!("{day} de {} de {year}", name(&SPANISH_MONTHS)),
            Language::Chinese => format!("{year}年{month}月{day}日"),
        }
    }

    /// Who gives the sheet to whom and when: `For Margaret Oyelaran, from Ines Marlow · 12 May 2026`.
    #[must_use]
    pub fn given(self, client: Option<&str>, from: &str, date: &str) -> String {
        match (self.0, client) {
            (Language::English, Some(client)) => format!("For {client}, from {from} · {date}"),
            (Language::English, None) => format!("From {from} · {date}"),
            (Language::Spanish, Some(client)) => format!("Para {client}, de {from} · {date}"),
            (Language::Spanish, None) => format!("De {from} · {date}"),
            (Language::Chinese, Some(client)) => format!("致{client}，{from} · {date}"),
            (Language::Chinese, None) => format!("{from} · {date}"),
        }
    }

    /// Whose sheet it is where nobody in particular gives it: `For Margaret Oyelaran`.
    #[must_use]
    pub fn meant_for(self, client: &str) -> String {
        match self.0 {
            Language::English => format!("For {client}"),
            Language::Spanish => format!("Para {client}"),
            Language::Chinese => format!("致{client}"),
        }
    }

    /// The title with the version of the sheet: `Back pain, version 3`.
    #[must_use]
    pub fn version(self, title: &str, version: i64) -> String {
        match self.0 {
            Language::English => format!("{title}, version {version}"),
            Language::Spanish => format!("{title}, versión {version}"),
            Language::Chinese => format!("{title}，第{version}版"),
        }
    }

    /// What stands for the emergency number where a practice has not said it: a danger sign must never end in a gap.
    #[must_use]
    pub fn emergency_number(self) -> &'static str {
        match self.0 {
            Language::English => "your emergency number",
            Language::Spanish => "su número de emergencias",
            Language::Chinese => "当地急救电话",
        }
    }

    /// `Page 1 of 2`.
    pub(crate) fn page(self, page: usize, pages: usize) -> String {
        match self.0 {
            Language::English => format!("Page {page} of {pages}"),
            Language::Spanish => format!("Página {page} de {pages}"),
            Language::Chinese => format!("第{page}页，共{pages}页"),
        }
    }

    /// The heading of the list of sources.
    pub(crate) fn references(self) -> &'static str {
        match self.0 {
            Language::English => "References",
            Language::Spanish => "Referencias",
            Language::Chinese => "参考文献",
        }
    }

    /// `48 of 100`.
    pub(crate) fn count(self, filled: u8, total: u8) -> String {
        match self.0 {
            Language::English => format!("{filled} of {total}"),
            Language::Spanish => format!("{filled} de {total}"),
            Language::Chinese => format!("{total}人中{filled}人"),
        }
    }

    /// What a grid of dots shows.
    pub(crate) fn dots(self, filled: u8, total: u8) -> String {
        match self.0 {
            Language::English => format!("{total} dots, {filled} of them filled"),
            Language::Spanish => format!("{total} puntos, {filled} de ellos llenos"),
            Language::Chinese => format!("{total}个圆点，其中{filled}个实心"),
        }
    }

    /// What a square code is.
    pub(crate) fn code(self, address: &str) -> String {
        match self.0 {
            Language::English => format!("QR code for {address}"),
            Language::Spanish => format!("Código QR de {address}"),
            Language::Chinese => format!("二维码：{address}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_speaks_its_language_and_english_where_we_know_none() {
        let said = |language| {
            let wording = Wording::of(language);
            wording.given(Some("Wang Xiaoming"), "Ines", &wording.date(2026, 5, 12))
        };
        let english = "For Wang Xiaoming, from Ines · 12 May 2026";
        for language in ["en-CA", "en", "", "fr-CA", "zh-Hant", "zh-TW", "nonsense"] {
            assert_eq!(said(language), english, "{language}");
        }
        assert_eq!(said("es-MX"), "Para Wang Xiaoming, de Ines · 12 de mayo de 2026");
        assert_eq!(said("zh-Hans-CN"), "致Wang Xiaoming，Ines · 2026年5月12日");
        assert_eq!(Wording::of("es").meant_for("Ada"), "Para Ada");
        assert_eq!(Wording::of("zh").meant_for("Ada"), "致Ada");
        assert_eq!(Wording::of("es").page(1, 2), "Página 1 de 2");
        assert_eq!(Wording::of("zh").version("腰痛", 3), "腰痛，第3版");
    }
}
