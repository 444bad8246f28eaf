//! Addresses of accounts.

use crate::web::path::paths;

paths! {
    /// Signing in.
    SignIn = "/inloggen";
    /// Signing out.
    SignOut = "/uitloggen";
    /// A new account.
    Register = "/account-maken";
    /// Everybody with an account.
    Manage = "/beheer/mensen";
}
