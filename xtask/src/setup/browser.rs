//! Chromium and chromedriver: found on the machine, or installed from Debian's packages. Downloads
//! from browser vendors are not tried: the firewalls of many build machines block them.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{debian, program};
use crate::process;

const CHROMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const DRIVERS: &[&str] = &["chromedriver"];

/// A browser with its driver.
#[derive(Debug)]
pub(super) struct Browser {
    pub(super) chrome: PathBuf,
    pub(super) driver: PathBuf,
}

/// Finds both, or installs the missing one; an installed Chrome is not replaced.
pub(super) fn prepare() -> Result<Browser> {
    let chrome = || program::find("CHROME", CHROMES);
    let driver = || program::find("CHROMEDRIVER", DRIVERS);
    let packages: Vec<&str> =
        [(chrome()?.is_none(), "chromium"), (driver()?.is_none(), "chromium-driver")]
            .into_iter()
            .filter_map(|(is_missing, package)| is_missing.then_some(package))
            .collect();
    if !packages.is_empty() {
        debian::install(&packages, MISSING)?;
    }
    let browser =
        Browser { chrome: chrome()?.context(MISSING)?, driver: driver()?.context(MISSING)? };
    check_versions(
        process::version_line(&browser.chrome).as_deref(),
        process::version_line(&browser.driver).as_deref(),
    )?;
    Ok(browser)
}

const MISSING: &str = "the browser tests need Chromium (or Chrome) and a chromedriver of the same \
    version: install them (Debian: `apt-get install chromium chromium-driver`), or set CHROME and \
    CHROMEDRIVER to their paths";

/// A driver refuses a browser of another major version, with a long message; this is one line.
fn check_versions(chrome: Option<&str>, driver: Option<&str>) -> Result<()> {
    let chrome =
        chrome.context("Chromium is installed but does not start: run it with --version")?;
    let driver =
        driver.context("chromedriver is installed but does not start: run it with --version")?;
    match (major(chrome), major(driver)) {
        (Some(a), Some(b)) if a != b => bail!(
            "{chrome} and chromedriver {b} have different versions: install both from one source, or set \
             CHROME and CHROMEDRIVER to a pair"
        ),
        _ => Ok(()),
    }
}

/// The first number followed by a dot: "Chromium 156.0.8078.73 built on Debian" gives 156.
fn major(version: &str) -> Option<u32> {
    version
        .split_whitespace()
        .filter_map(|word| word.split_once('.'))
        .find_map(|(number, _)| number.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROME: &str = "Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)";

    #[test]
    fn a_pair_of_one_major_version_fits() {
        check_versions(Some(CHROME), Some("ChromeDriver 156.0.1.2 (abc-refs/branch)")).unwrap();
    }

    #[test]
    fn a_pair_of_two_major_versions_is_refused_in_a_line() {
        let error = check_versions(Some(CHROME), Some("ChromeDriver 140.0.1.2")).unwrap_err();
        assert!(error.to_string().ends_with(
            "chromedriver 140 have different versions: install both from one source, or set CHROME and \
             CHROMEDRIVER to a pair"
        ));
    }

    #[test]
    fn versions_are_read_from_what_the_programs_print() {
        assert_eq!(major(CHROME), Some(156));
        assert_eq!(major("Google Chrome 141.0.7390.54 "), Some(141));
        assert_eq!(major("no number"), None);
    }
}
