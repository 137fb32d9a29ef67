//! WebKit: WebKitGTK's driver with the small browser that comes with it, and a virtual display for
//! its window. Found on the machine, or installed from Debian's packages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{debian, program};

/// A browser with the driver that speaks to it and the display that it needs.
#[derive(Debug)]
pub(super) struct WebKit {
    pub(super) driver: PathBuf,
    pub(super) browser: PathBuf,
    pub(super) display: PathBuf,
}

const MISSING: &str = "the journeys in WebKit need WebKitGTK's WebDriver, its MiniBrowser and Xvfb: \
    install them (Debian and Ubuntu: `apt-get install webkit2gtk-driver xvfb`), or set \
    WEBKIT_DRIVER, WEBKIT_BROWSER and XVFB to their paths";

/// Distributions keep MiniBrowser off PATH, in a folder `webkit2gtk-4.1` of one of these. Debian
/// has one more folder in between, named after the architecture.
const LIBRARIES: &[&str] = &["/usr/lib", "/usr/libexec", "/usr/lib64"];

/// Finds all three, or installs what is missing.
pub(super) fn prepare() -> Result<WebKit> {
    let driver = || program::find("WEBKIT_DRIVER", &["WebKitWebDriver"]);
    let display = || program::find("XVFB", &["Xvfb"]);
    // The browser comes with a library that the driver's package depends on.
    let lacks_browser = driver()?.is_none() || find_browser()?.is_none();
    let packages: Vec<&str> =
        [(lacks_browser, "webkit2gtk-driver"), (display()?.is_none(), "xvfb")]
            .into_iter()
            .filter_map(|(is_missing, package)| is_missing.then_some(package))
            .collect();
    if !packages.is_empty() {
        debian::install(&packages, MISSING)?;
    }
    Ok(WebKit {
        driver: driver()?.context(MISSING)?,
        browser: find_browser()?.context(MISSING)?,
        display: display()?.context(MISSING)?,
    })
}

fn find_browser() -> Result<Option<PathBuf>> {
    let found = program::find("WEBKIT_BROWSER", &["MiniBrowser"])?;
    Ok(found.or_else(|| LIBRARIES.iter().find_map(|folder| browser_below(Path::new(folder)))))
}

/// The MiniBrowser of the newest WebKitGTK in a folder of libraries or in one of its folders.
fn browser_below(libraries: &Path) -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = folders_of(libraries)
        .into_iter()
        .flat_map(|folder| [folders_of(&folder), vec![folder]].concat())
        .filter(|folder| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-"))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// The folders in a folder; none where it cannot be read.
fn folders_of(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of libraries with a file at each of the paths.
    fn libraries(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        folder
    }

    fn found(files: &[&str]) -> Option<String> {
        let folder = libraries(files);
        let browser = browser_below(folder.path())?;
        Some(browser.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned())
    }

    #[test]
    fn the_browser_is_found_where_debian_and_fedora_keep_it() {
        let debian = "x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
        assert_eq!(found(&["x86_64-linux-gnu/other", debian]).as_deref(), Some(debian));
        let fedora = "webkit2gtk-4.1/MiniBrowser";
        assert_eq!(found(&[fedora]).as_deref(), Some(fedora));
    }

    #[test]
    fn of_two_versions_the_newer_is_taken() {
        let newer = "x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
        let older = "x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser";
        assert_eq!(found(&[newer, older]).as_deref(), Some(newer));
    }

    #[test]
    fn a_library_without_its_browser_is_none() {
        assert_eq!(found(&["x86_64-linux-gnu/webkit2gtk-4.1/WebKitNetworkProcess"]), None);
    }
}
