"""Land, borders and names around a journey: cut and packed for it, with credits."""
