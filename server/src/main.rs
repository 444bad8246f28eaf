//! The one binary: `wijkbanen --help` says what it does.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    server::cli::run().await
}
