"""What a journey is: claims, places, legs, teaching, and what its parts must say of each other."""
