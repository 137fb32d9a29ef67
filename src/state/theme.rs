//! Light, dark or as the system has it; remembered where the browser allows.

use std::str::FromStr;

use leptos::prelude::*;

use super::storage;

const KEY: &str = "casebook.theme";

/// Which colours the reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which a switch offers them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in storage and in the page's `data-theme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The words that a reader sees.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
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
    /// Takes up the remembered theme and applies each choice to the page from now on.
    #[must_use]
    pub fn remembered() -> Self {
        let remembered = storage::read(KEY).and_then(|name| name.parse::<Theme>().ok());
        let theme = RwSignal::new(remembered.unwrap_or_default());
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                // A plain attribute on the root element cannot be refused.
                let _ = root.set_attribute("data-theme", theme.get().as_str());
            }
        });
        Self(theme)
    }

    /// The choice that holds now.
    #[must_use]
    pub fn current(self) -> Signal<Theme> {
        self.0.into()
    }

    /// Takes another choice and remembers it. Where storage is blocked it holds until the page is
    /// closed.
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
