//! Gives the worker as deep a stack as the command has: what a page nests is followed by calls.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bins=-zstack-size={}", 8 << 20);
    }
}
