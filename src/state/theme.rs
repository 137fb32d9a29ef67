//! The colour theme, remembered where storage allows.

use std::str::FromStr;

use leptos::prelude::*;

use super::storage;
use crate::wording::shell;

const KEY: &str = "casebook.theme";

/// A colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// In the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in storage and in `data-theme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// For readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => shell::SYSTEM,
            Self::Light => shell::LIGHT,
            Self::Dark => shell::DARK,
        }
    }
}

impl FromStr for Theme {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name).ok_or(())
    }
}

/// The theme of the page.
#[derive(Clone, Copy)]
pub struct ThemeState(RwSignal<Theme>);

impl ThemeState {
    /// Reads the theme from storage, and applies it and each change to the page.
    #[must_use]
    pub fn remembered() -> Self {
        let remembered = storage::read(KEY).and_then(|name| name.parse::<Theme>().ok());
        let theme = RwSignal::new(remembered.unwrap_or_default());
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                // Cannot fail for a valid attribute name.
                let _ = root.set_attribute("data-theme", theme.get().as_str());
            }
        });
        Self(theme)
    }

    /// The current theme.
    #[must_use]
    pub fn current(self) -> Signal<Theme> {
        self.0.into()
    }

    /// Changes the theme and stores it. Where storage is blocked it lasts until the page is closed.
    pub fn choose(self, theme: Theme) {
        self.0.set(theme);
        if theme == Theme::System {
            storage::remove(KEY);
        } else {
            // Lost with the page where storage is blocked.
            _ = storage::write(KEY, theme.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_storage_are_read_back() {
        for theme in Theme::ALL {
            assert_eq!(theme.as_str().parse(), Ok(theme));
        }
        assert_eq!("garbage".parse::<Theme>(), Err(()));
    }
}
