using System.Globalization;
using System.Text;

namespace Inventory.Planning;

/// <summary>A page of a part for each bucket, as long as a comment may be.</summary>
internal static class MarkdownPage
{
    /// <summary>The head and as many parts as fit; those that do not are counted at the end, with the advice to read the whole elsewhere.</summary>
    /// <param name="head">What stands above the buckets.</param>
    /// <param name="buckets">The parts.</param>
    /// <param name="maxLength">About how many UTF-16 code units there are at most, 1,000 or more.</param>
    public static string Of(string head, IEnumerable<string> buckets, int maxLength)
    {
        var text = new StringBuilder(head);
        var left = 0;
        foreach (var part in buckets)
        {
            if (left > 0 || text.Length + part.Length > maxLength - 200)
            {
                left++;
            }
            else
            {
                _ = text.Append(part);
            }
        }

        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture,
            $"\n**{left} more {(left == 1 ? "bucket is" : "buckets are")} not shown: this comment would be too long. Read the whole plan as text or JSON.**\n").ToString();
    }
}
