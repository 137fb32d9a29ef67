//! In the browser: starts the app. Natively: prerenders every page, for `cargo xtask build`.

#[cfg(target_arch = "wasm32")]
fn main() {
    casebook::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    casebook::prerender::print(std::env::args().skip(1))
}
