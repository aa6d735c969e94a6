"""Who is said to have said what: rules over trees and quotation marks, one file a construction."""
