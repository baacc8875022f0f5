using System.Globalization;

namespace Inventory.Tests;

/// <summary>Tests that hold under every culture: those here write dates, times and upper case each in its own way.</summary>
public abstract class CultureTests(string culture)
{
    public static readonly string[] Names = ["", "th-TH", "fi-FI", "tr-TR", "zh-CN"];

    private CultureInfo _before = CultureInfo.InvariantCulture;

    [SetUp]
    public void Enter_the_culture()
    {
        _before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        AssertThatItIsReallyThere();
    }

    [TearDown]
    public void Leave_the_culture() => CultureInfo.CurrentCulture = _before;

    private void AssertThatItIsReallyThere()
    {
        var current = CultureInfo.CurrentCulture;
        var instant = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var (found, expected) = culture switch
        {
            "th-TH" => (instant.ToString("yyyy", current), "2569"),
            "fi-FI" => (instant.ToString("HH:mm:ss", current), "03.04.05"),
            "tr-TR" => ("i".ToUpper(current), "İ"),
            "zh-CN" => (instant.ToString("D", current), "2026年1月2日星期五"),
            _ => (instant.ToString("yyyy HH:mm:ss", current), "2026 03:04:05"),
        };

        Assert.That(found, Is.EqualTo(expected), $"The culture '{culture}' is not installed.");
    }
}
