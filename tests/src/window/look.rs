//! How the window looks: what Settings say for a machine.

use super::machine::Machine;
use super::window::Window;

/// Theme, size of the controls and of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// `light` or `dark`.
    pub theme: &'static str,
    /// `compact` or `touch`.
    pub density: &'static str,
    /// Percent.
    pub text: u32,
}

impl Look {
    /// As the program starts by day.
    pub const LIGHT: Self = Self { theme: "light", density: "compact", text: 100 };
    /// The same by night.
    pub const DARK: Self = Self { theme: "dark", ..Self::LIGHT };
    /// With controls for fingers.
    pub const TOUCH: Self = Self { density: "touch", ..Self::LIGHT };
    /// With everything twice as large.
    pub const DOUBLE: Self = Self { text: 200, ..Self::LIGHT };
}

impl Machine {
    /// Sets the look with which the window opens.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn set_look(&self, look: Look) {
        let Look { theme, density, text } = look;
        let json = format!("{{\"theme\":\"{theme}\",\"density\":\"{density}\",\"text_percent\":{text}}}");
        self.write_settings(&json);
    }
}

impl Window<'_> {
    /// Puts another look on the page that stands there, by the same switches as the program's own
    /// (`ui/src/main/appearance.ts`).
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    pub fn wear(&self, look: Look) {
        let Look { theme, density, text } = look;
        self.run(&format!(
            "const root = document.documentElement;
            Object.assign(root.dataset, {{ theme: '{theme}', density: '{density}', measuring: '' }});
            root.style.setProperty('--text-scale', String({text} / 100));
            void root.offsetWidth;
            delete root.dataset.measuring;"
        ));
    }
}
