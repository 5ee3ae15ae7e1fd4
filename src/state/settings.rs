//! How the reader likes the page: language, theme, keys. Kept in the browser, never in an address.

/// Names of what is kept.
const LANGUAGE: &str = "language";
const THEME: &str = "theme";
const KEYS_OFF: &str = "keys_off";

/// A reader's choices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys (`/`, `j`, `k`, `?`) do nothing.
    pub keys_off: bool,
}

impl Settings {
    /// Reads settings as they are kept: pairs in the form of a query string, which the page reads anyway. What is not
    /// known or is missing falls back to the default, so that those of another version keep working.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let mut settings = Self::default();
        for (name, value) in form_urlencoded::parse(kept.as_bytes()) {
            match &*name {
                LANGUAGE => settings.language = word_of(&Language::ALL, Language::tag, &value),
                THEME => settings.theme = word_of(&Theme::ALL, Theme::word, &value),
                KEYS_OFF => settings.keys_off = value == "1",
                _ => {}
            }
        }
        settings
    }

    /// The settings in the form that [`Settings::read`] understands.
    #[must_use]
    pub fn write(&self) -> String {
        let keys_off = if self.keys_off { "1" } else { "0" };
        let pairs = [(LANGUAGE, self.language.tag()), (THEME, self.theme.word()), (KEYS_OFF, keys_off)];
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }
}

/// The one of `all` that `word` stands for; the default where none does.
fn word_of<T: Copy + Default>(all: &[T], name: fn(T) -> &'static str, word: &str) -> T {
    all.iter().copied().find(|one| name(*one) == word).unwrap_or_default()
}

/// Languages that the interface speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// All of them.
    const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of `data-theme` on the root element.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_being_kept() {
        for language in Language::ALL {
            for theme in Theme::ALL {
                let settings = Settings { language, theme, keys_off: theme == Theme::Dark };
                assert_eq!(Settings::read(&settings.write()), settings);
            }
        }
    }

    #[test]
    fn settings_of_another_version_still_read() {
        let dark = Settings { theme: Theme::Dark, ..Settings::default() };
        assert_eq!(Settings::read("theme=dark&gone=1&language=fr"), dark);
        assert_eq!(Settings::read("{\"theme\":\"dark\"}"), Settings::default());
    }
}
