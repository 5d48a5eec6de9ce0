"""The letterbox: folders that partners and we leave files in."""
