//! Starts the app in the browser.

fn main() {
    casebook::start();
}
