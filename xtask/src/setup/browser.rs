//! Chromium and chromedriver: found on the machine, or installed from Debian's packages. A
//! browser's own download is never tried; it is not to be had behind most build machines' walls.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce;
use crate::process;

const CHROMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const DRIVERS: &[&str] = &["chromedriver"];

/// A browser with the driver that speaks to it.
#[derive(Debug)]
pub(super) struct Browser {
    pub(super) chrome: PathBuf,
    pub(super) driver: PathBuf,
}

/// Finds both, or installs them where that can be done.
pub(super) fn prepare() -> Result<Browser> {
    let browser = match (find("CHROME", CHROMES)?, find("CHROMEDRIVER", DRIVERS)?) {
        (Some(chrome), Some(driver)) => Browser { chrome, driver },
        (chrome, driver) if can_install() => {
            install(chrome.is_none(), driver.is_none())?;
            Browser {
                chrome: find("CHROME", CHROMES)?.context(MISSING)?,
                driver: find("CHROMEDRIVER", DRIVERS)?.context(MISSING)?,
            }
        }
        _ => bail!(MISSING),
    };
    check_versions(
        process::version_line(&browser.chrome).as_deref(),
        process::version_line(&browser.driver).as_deref(),
    )?;
    Ok(browser)
}

const MISSING: &str = "the browser tests need Chromium (or Chrome) and a chromedriver of the same \
    version: install them (Debian: `apt-get install chromium chromium-driver`), or set CHROME and \
    CHROMEDRIVER to their paths";

/// What an environment variable names, else the first of the names on PATH.
fn find(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        if !path.is_file() {
            bail!("{variable} is set to {}, which is no file: correct or unset it", path.display());
        }
        return Ok(Some(path));
    }
    Ok(names.iter().find_map(|name| process::on_path(name)))
}

/// Whether Debian's packages can be installed without asking anybody.
fn can_install() -> bool {
    let is_root =
        || process::output_of(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
    process::on_path("apt-get").is_some() && is_root()
}

/// Installs what is missing, only that: a Chrome that is there keeps its place.
fn install(chrome: bool, driver: bool) -> Result<()> {
    let packages: Vec<&str> = [(chrome, "chromium"), (driver, "chromium-driver")]
        .into_iter()
        .filter_map(|(wanted, package)| wanted.then_some(package))
        .collect();
    announce(&format!("installing Debian's {} (about a minute)", packages.join(" and ")));
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        command
    };
    process::run(apt().arg("update")).context(MISSING)?;
    process::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
        .context(MISSING)
}

/// A driver refuses a browser of another major version with a page of text; say it in a line.
fn check_versions(chrome: Option<&str>, driver: Option<&str>) -> Result<()> {
    let chrome = chrome.context("Chromium is there but does not start: run it with --version")?;
    let driver =
        driver.context("chromedriver is there but does not start: run it with --version")?;
    match (major(chrome), major(driver)) {
        (Some(a), Some(b)) if a != b => bail!(
            "{chrome} and chromedriver {b} do not fit: install both from one source, or set \
             CHROME and CHROMEDRIVER to a pair"
        ),
        _ => Ok(()),
    }
}

/// The first number with a dot behind it: "Chromium 156.0.8078.73 built on Debian" gives 156.
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
            "chromedriver 140 do not fit: install both from one source, or set CHROME and \
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
