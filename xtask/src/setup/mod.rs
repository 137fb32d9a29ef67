//! Sets up what a command needs, and nothing more. Each part is idempotent: it first checks what is
//! installed, which takes milliseconds, and prints something only when it installs.

mod announce;
mod browser;
mod building;
mod debian;
mod download;
mod firefox;
mod nginx;
mod npm;
mod pins;
mod program;
mod tool;
mod wasm_bindgen;
mod wasm_target;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;
use browser::Browser;
use nginx::Nginx;
use pins::Pins;
use tool::{State, TRUNK, WASM_TEST_RUNNER};
use webkit::WebKit;

pub(crate) use wasm_target::TARGET as WASM;

/// A requirement, in the order of set-up: what can fail at once comes first, and what takes longest
/// starts before the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Chromium and chromedriver.
    Browser,
    /// Firefox.
    Firefox,
    /// WebKitGTK's driver and browser, and a virtual display.
    WebKit,
    /// nginx and its module for files compressed with brotli.
    Nginx,
    /// Trunk.
    Trunk,
    /// Node.js and the packages of package.json.
    Npm,
    /// rustc's standard library for wasm32-unknown-unknown.
    WasmTarget,
    /// The program wasm-bindgen.
    WasmBindgen,
    /// The program that runs wasm tests in a browser.
    WasmTestRunner,
}

/// The needs of building the site.
pub(crate) const TO_BUILD: &[Need] = &[Need::Npm, Need::WasmTarget, Need::WasmBindgen, Need::Trunk];

/// The prepared tools.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    browser: Option<Browser>,
    firefox: Option<PathBuf>,
    webkit: Option<WebKit>,
    nginx: Option<Nginx>,
}

impl Tools {
    /// A command that finds every prepared tool on its PATH, started in the project's folder.
    ///
    /// # Errors
    /// When PATH cannot be written because a folder's name holds its separator.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command.current_dir(project::root()).env("PATH", self.search_path()?);
        // Trunk asks the registry for newer versions otherwise. Of NO_COLOR it accepts only a
        // boolean, although https://no-color.org allows any value.
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        } else {
            command.env_remove("NO_COLOR");
        }
        if let Some(browser) = &self.browser {
            command.env("CHROME", &browser.chrome).env("CHROMEDRIVER", &browser.driver);
        }
        if let Some(firefox) = &self.firefox {
            command.env("FIREFOX", firefox);
        }
        if let Some(webkit) = &self.webkit {
            command
                .env("WEBKIT_DRIVER", &webkit.driver)
                .env("WEBKIT_BROWSER", &webkit.browser)
                .env("XVFB", &webkit.display);
        }
        if let Some(nginx) = &self.nginx {
            command
                .env("CASEBOOK_NGINX", &nginx.program)
                .env("CASEBOOK_NGINX_BROTLI", &nginx.brotli);
        }
        Ok(command)
    }

    /// The browser for browser tests.
    ///
    /// # Errors
    /// When it was not among the needs.
    pub(crate) fn chrome(&self) -> Result<&Path> {
        Ok(&self.browser.as_ref().context("no browser was prepared")?.chrome)
    }

    fn search_path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        // Trunk calls this program and wasm-bindgen, which is in the same folder.
        let own = env::current_exe().ok().and_then(|program| Some(program.parent()?.to_owned()));
        let folders = self.folders.iter().cloned().chain(own).chain(env::split_paths(&inherited));
        env::join_paths(folders).context("a folder's name cannot be put on PATH")
    }
}

/// Sets up everything in `needs`.
///
/// # Errors
/// When something cannot be installed; the message says what to install by hand.
pub(crate) fn prepare(needs: &[Need]) -> Result<Tools> {
    prepare_while(needs, || {})
}

/// Makes everything in `needs` ready. If Trunk has to be built, which takes minutes, `meanwhile` runs
/// at the same time, once everything else is ready.
///
/// # Errors
/// When something cannot be installed; the message says what to install by hand.
pub(crate) fn prepare_while(needs: &[Need], meanwhile: impl FnOnce()) -> Result<Tools> {
    let mut needs = needs.to_vec();
    needs.sort_unstable();
    needs.dedup();
    let pins = Pins::read()?;
    if needs.contains(&Need::Npm) {
        npm::require_node(pins.node)?;
    }
    let mut tools = Tools::default();
    let mut trunk = State::Ready(None);
    for need in needs {
        match need {
            Need::Browser => tools.browser = Some(browser::prepare()?),
            Need::Firefox => tools.firefox = Some(firefox::prepare()?),
            Need::WebKit => tools.webkit = Some(webkit::prepare()?),
            Need::Nginx => tools.nginx = Some(nginx::prepare()?),
            Need::Trunk => trunk = TRUNK.begin(&pins.trunk)?,
            Need::Npm => tools.folders.push(npm::prepare()?),
            Need::WasmTarget => wasm_target::prepare()?,
            Need::WasmBindgen => wasm_bindgen::prepare()?,
            Need::WasmTestRunner => {
                tools.folders.extend(WASM_TEST_RUNNER.begin(&pins.wasm_bindgen)?.wait()?);
            }
        }
    }
    if matches!(trunk, State::Building(..)) {
        meanwhile();
    }
    tools.folders.extend(trunk.wait()?);
    Ok(tools)
}
