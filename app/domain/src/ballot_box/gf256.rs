//! GF(256), the field in which a seed is cut into shares: bytes, with the polynomial x⁸ + x⁴ + x³ + x + 1 of AES.
//!
//! By hand: neither a table nor a branch may depend on a secret byte, and no kept crate does that for this field alone
//! (README.md#the-cards).

/// The product, without a table or a branch on the values.
pub const fn multiply(left: u8, right: u8) -> u8 {
    let mut product = 0;
    let mut bit = 8;
    while bit > 0 {
        bit -= 1;
        let carry = product >> 7;
        product = (product << 1) ^ (carry * 0x1b);
        product ^= (right >> bit & 1) * left;
    }
    product
}

/// The inverse; zero for zero, of which there is none.
pub fn inverse(value: u8) -> u8 {
    // Every value but zero to the power of 255 is one, so to the power of 254 it is its inverse.
    (0..254).fold(1, |power, _| multiply(power, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The product by definition: multiply as polynomials, then take the remainder by the modulus.
    fn slowly(left: u8, right: u8) -> u8 {
        let product = (0..8)
            .filter(|bit| right >> bit & 1 == 1)
            .fold(0_u16, |sum, bit| sum ^ u16::from(left) << bit);
        let rest = (8..16).rev().fold(product, |rest, bit| {
            if rest >> bit & 1 == 1 {
                rest ^ 0x11b << (bit - 8)
            } else {
                rest
            }
        });
        u8::try_from(rest).unwrap()
    }

    #[test]
    fn every_product_is_that_of_the_definition() {
        for left in 0..=255 {
            for right in 0..=255 {
                assert_eq!(multiply(left, right), slowly(left, right), "{left} {right}");
            }
        }
    }

    /// [FIPS 197](https://doi.org/10.6028/NIST.FIPS.197-upd1), section 4.2: the example that everybody can look up.
    #[test]
    fn the_field_is_that_of_aes() {
        assert_eq!(multiply(0x57, 0x83), 0xc1);
        assert_eq!(multiply(0x57, 0x13), 0xfe);
    }

    #[test]
    fn every_value_but_zero_times_its_inverse_is_one() {
        for value in 1..=255 {
            assert_eq!(multiply(value, inverse(value)), 1, "{value}");
        }
        assert_eq!(inverse(0), 0);
    }
}
